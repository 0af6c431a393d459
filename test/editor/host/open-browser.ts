import {chromium, type Browser} from 'playwright-core'
import {provisionBrowser} from './provision-browser.ts'

const flags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-sandbox',
]

/** Starts a headless Chromium. It ends with this process, however that ends. */
export async function openBrowser(): Promise<Browser> {
  const {executable, env} = await provisionBrowser()
  return chromium.launch({executablePath: executable, args: flags, env: {...process.env, ...env}})
}
