/** Leaves mocha's own frames out; the driver, which has the source map, says where the others are. */
export const stackMapper = () => (stack: string) =>
  stack
    .split('\n')
    .filter((line) => !/^\s+at (?:Runnable|Runner|Test|Context|Hook|callFn|done|next|process)\b/.test(line))
    .join('\n')
