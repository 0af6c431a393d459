/** Stands in for `node:timers/promises`. */
export const setTimeout = async (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    globalThis.setTimeout(resolve, milliseconds)
  })
