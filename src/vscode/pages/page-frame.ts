import {PAGE_STYLE} from '../../summary/formats/page-style.ts'

/** What a page's panel keeps over a reload of the window. */
export interface PageState {
  /** Address of the notes folder. */
  readonly root: string
  /** Whose page it is; absent where it is of no single person. */
  readonly client?: string
  /** Whom it is for, or over whom it counts; absent where there is one way only. */
  readonly reader?: string
}

/** What the document is sent: what to show, and what to keep over a reload. */
export interface PageContent {
  readonly body: string
  readonly state: PageState
}

/** The document around a page: its own style and script and nothing from anywhere else. */
export function pageFrame(title: string, state: PageState): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<div id="page"><main>Reading the notes…</main></div>
<script nonce="${nonce}">${script(state)}</script>
</body>
</html>`
}

/** The page's own style in the colours and letters of the editor. */
const STYLE = `${PAGE_STYLE}
body {
  --ink: var(--vscode-editor-foreground); --soft: var(--vscode-descriptionForeground);
  --line: var(--vscode-contrastBorder, var(--vscode-panel-border)); --accent: var(--vscode-textLink-foreground);
  --wash: transparent; --paper: var(--vscode-editor-background);
  padding: 1.5rem; font-family: var(--vscode-font-family); font-size: calc(var(--vscode-font-size) * 1.1);
}
body.vscode-light, body.vscode-high-contrast-light { color-scheme: light; }
body.vscode-dark, body.vscode-high-contrast { color-scheme: dark; }
a:focus-visible, pre:focus-visible, button:focus-visible {
  outline: 2px solid var(--vscode-focusBorder, currentColor); outline-offset: 2px; border-radius: 2px;
}
button { padding: 0; border: 0; background: none; color: var(--accent); font: inherit; text-align: left; cursor: pointer; }
button { text-decoration: underline; text-underline-offset: .2em; }
`

/**
 * Runs in the panel: shows what is sent, keeps the place that the reader is at and what the keyboard is on, and says
 * which note they ask for, or that something is wrong.
 */
const script = (state: PageState): string => `
const host = acquireVsCodeApi()
const page = document.getElementById('page')
let own = ${JSON.stringify(state).replaceAll('<', '\\u003c')}
let place = host.getState()?.top ?? 0
const keep = () => host.setState({...own, top: place})
const stops = () => Array.from(page.querySelectorAll('a, button, pre'))
keep()
addEventListener('message', ({data}) => {
  if (data.state.reader !== own.reader) place = 0
  const stop = stops().indexOf(document.activeElement)
  const top = place
  own = data.state
  page.innerHTML = data.body
  stops()[stop]?.focus({preventScroll: true})
  place = top
  scrollTo(0, place)
  keep()
})
addEventListener('scroll', () => {
  place = scrollY
  keep()
})
// Before VS Code's own listener, which takes a link without an address for one to the top of the page.
addEventListener('click', (event) => {
  const link = event.target.closest('[data-note], [data-correct]')
  if (!link) return
  event.preventDefault()
  event.stopPropagation()
  const {note, line} = link.dataset
  host.postMessage(note === undefined ? 'correct' : {note, line: Number(line)})
}, true)
host.postMessage('ready')
`
