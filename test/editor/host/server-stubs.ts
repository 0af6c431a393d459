import {mkdir, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/**
 * Stand-ins for the packages of VS Code that would need a compiler, or are larger than what we use of them. Each name
 * is exported on a line of its own: VS Code imports them as modules, and Node finds such names only.
 */
export const serverStubs: Readonly<Record<string, string>> = {
  '@vscode/spdlog': `
const {appendFileSync} = require('node:fs')
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off']
class Logger {
  constructor(name, file) { this.file = file; this.level = 2 }
  getLevel() { return this.level }
  setLevel(level) { this.level = level }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
  write(level, text) {
    if (level < this.level) return
    try {
      appendFileSync(this.file, new Date().toISOString() + ' [' + levels[level] + '] ' + text + '\\n')
    } catch {}
  }
}
levels.forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, text) } })
const create = async (name, file) => new Logger(name, file)
exports.version = 1
exports.Logger = Logger
exports.setLevel = () => {}
exports.setFlushOn = () => {}
exports.shutdown = () => {}
exports.createRotatingLogger = create
exports.createAsyncRotatingLogger = create
`,
  '@vscode/native-watchdog': `
exports.start = () => {}
exports.exit = code => process.exit(code)
`,
  '@vscode/deviceid': `
exports.getDeviceId = async () => '00000000-0000-4000-8000-000000000000'
`,
  '@vscode/fs-copyfile': `
const fs = require('node:fs')
exports.constants = fs.constants
exports.copyFile = fs.promises.copyFile
exports.copyFileSync = fs.copyFileSync
exports.cp = fs.promises.cp
exports.isCloneSupported = () => false
`,
  '@vscode/ripgrep-universal': `
exports.rgPath = require('node:path').join(__dirname, 'bin/rg')
`,
}

/** Writes them into a `node_modules` folder. */
export async function writeServerStubs(modules: string): Promise<void> {
  for (const [name, source] of Object.entries(serverStubs)) {
    const folder = join(modules, name)
    await mkdir(folder, {recursive: true})
    await writeFile(join(folder, 'package.json'), JSON.stringify({name, version: '0.0.0', main: 'index.js'}))
    await writeFile(join(folder, 'index.js'), source.trimStart())
  }
}
