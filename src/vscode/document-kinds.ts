/** The notebook in which a session note opens as cells. */
export const NOTEBOOK_TYPE = 'strengths-session'

/** The scheme of a notebook's cells. */
export const CELL_SCHEME = 'vscode-notebook-cell'

/** Views of a file rather than the file. */
export const VIEWS: ReadonlySet<string> = new Set([
  'git',
  'gitfs',
  'output',
  'comment',
  'vscode-local-history',
  'chat-editing-text-model',
])
