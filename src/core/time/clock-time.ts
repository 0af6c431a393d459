const SHAPE = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(?:([ap])\.?\s*m\.?)?$/i

/** Minutes after midnight of `14:00`, `2:50 pm`, `9am` or `1430`; undefined where the text is no time of day. */
export function clockMinutes(typed: string): number | undefined {
  const [, hours, minutes, half] = SHAPE.exec(typed.trim()) ?? []
  if (hours === undefined || (minutes === undefined && half === undefined)) return undefined
  const hour = Number(hours)
  const minute = Number(minutes ?? 0)
  if (minute > 59 || (half ? hour < 1 || hour > 12 : hour > 24)) return undefined
  const inDay = half ? (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : hour
  return inDay * 60 + minute
}
