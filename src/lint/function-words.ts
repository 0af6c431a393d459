export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'and or but nor in of at with without who whom that which is are was were has have had to on for from by since when while because than as he she they it i we you now again still too today yesterday tonight can could will would do does did not may might should must here there so if until after before about during between among over under this these those his her their my our a an the also just only never always often then where into onto out up down off yet says said lives lived living came went goes wants wanted needs needed'.split(
    ' ',
  ),
)

/**
 * True for the small words that hold sentences together, and for the few verbs that most often follow a noun: what
 * comes after a noun that stands by itself (`addict and`, but not `addict behavior`).
 */
export const isFunctionWord = (norm: string): boolean => FUNCTION_WORDS.has(norm)
