import {CommandError} from './shell.ts'

/** True, since a person whose only notes cannot be read is not gone: with such notes nothing is removed. */
export function mayPrune(unread: number): true {
  if (unread === 0) return true
  throw new CommandError(
    'Some notes could not be read, so whose pages are old cannot be told yet; nothing was written or removed.',
  )
}
