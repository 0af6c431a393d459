/** What the script that starts VS Code tells the suite, which has no environment to read where it runs in a browser. */
export interface SuiteOptions {
  readonly host: 'node' | 'web'
  readonly grep: string | undefined
  readonly color: boolean
  readonly forbidOnly: boolean
  /** Where the suite writes what passed, as a path of the machine that the open folder is on. */
  readonly resultFile: string
  /** There once the window is restored; undefined for a desktop VS Code, which nobody watches. */
  readonly restoredFile: string | undefined
}

/** Filled in when the suite is bundled. */
declare const SUITE_OPTIONS: SuiteOptions

export const suiteOptions: SuiteOptions = SUITE_OPTIONS
