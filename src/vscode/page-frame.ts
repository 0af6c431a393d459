import {PAGE_STYLE} from '../summary/formats/page-style.ts'

/** What a page's panel keeps over a reload of the window. */
export interface PageState {
  readonly client: string
  /** Address of the notes folder. */
  readonly root: string
}

/** The document around a person's page: its own style and script and nothing from anywhere else. */
export function pageFrame(state: PageState): string {
  const nonce = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
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
  --line: var(--vscode-panel-border, var(--vscode-contrastBorder)); --accent: var(--vscode-textLink-foreground);
  --wash: transparent; --paper: var(--vscode-editor-background);
  padding: 1.5rem; font-family: var(--vscode-font-family); font-size: calc(var(--vscode-font-size) * 1.1);
}
`

/** Runs in the panel: shows what is sent, keeps the place the reader is at, and says which note they ask for. */
const script = (state: PageState): string => `
const host = acquireVsCodeApi()
const page = document.getElementById('page')
const own = ${JSON.stringify(state).replaceAll('<', '\\u003c')}
let place = host.getState()?.top ?? 0
host.setState({...own, top: place})
addEventListener('message', ({data}) => {
  page.innerHTML = data.body
  scrollTo(0, place)
})
addEventListener('scroll', () => {
  place = scrollY
  host.setState({...own, top: place})
})
addEventListener('click', (event) => {
  const link = event.target.closest('[data-note]')
  if (!link) return
  event.preventDefault()
  host.postMessage({note: link.dataset.note, line: Number(link.dataset.line)})
})
host.postMessage('ready')
`
