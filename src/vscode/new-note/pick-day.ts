import {window} from 'vscode'
import type {CivilDate} from '../../core/time/civil-date.ts'
import {readTypedDate} from '../../core/time/typed-date.ts'

/** A day up to today, as people type one; undefined when the writer turns back. */
export async function pickDay(title: string, today: CivilDate): Promise<CivilDate | undefined> {
  const typed = await window.showInputBox({
    title,
    prompt: 'The day of the contact; the note says by itself that it is written today.',
    placeHolder: '2026-07-14, or 7/14/26',
    validateInput: (text) => {
      if (text.trim() === '') return undefined
      const date = readTypedDate(text)?.date
      if (!date) return 'A day reads as 2026-07-14, 7/14/26 or July 14, 2026.'
      return date > today ? 'That day is still to come.' : undefined
    },
  })
  return readTypedDate(typed ?? '')?.date
}
