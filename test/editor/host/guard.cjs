// Loaded before the server of VS Code: it would wait three hours for a window whose driver is long gone.
const {rmSync} = require('node:fs')

const parent = process.ppid
const home = process.env.STRENGTHS_EDITOR_HOME

if (home && process.argv[1]?.endsWith('server-main.js')) {
  setInterval(() => {
    if (process.ppid === parent) return
    rmSync(home, {recursive: true, force: true})
    process.kill(-process.pid, 'SIGKILL')
  }, 500).unref()
}
