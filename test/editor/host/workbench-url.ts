/** What a page of the workbench is asked to open. All paths are absolute. */
export interface WorkbenchRequest {
  readonly folder?: string
  readonly file?: string
  /** An extension to load from its source folder; needs a server with `automation`. */
  readonly extension?: string
  readonly suite?: string
  readonly disableExtensions?: boolean
}

/** The address of a workbench, with what it should open and run. */
export function workbenchUrl(server: string, request: WorkbenchRequest): string {
  const url = new URL(server)
  // The authority of the folder that opens: under any other one a file would not belong to that folder.
  const remote = (path: string): string => new URL(path, `vscode-remote://${url.host}`).href
  const payload = [
    ['skipWelcome', 'true'],
    ...(request.file ? [['openFile', remote(request.file)]] : []),
    ...(request.extension ? [['extensionDevelopmentPath', remote(request.extension)]] : []),
    ...(request.suite ? [['extensionTestsPath', remote(request.suite)]] : []),
    ...(request.disableExtensions ? [['disableExtensions', 'true']] : []),
  ]
  if (request.folder) url.searchParams.set('folder', request.folder)
  url.searchParams.set('payload', JSON.stringify(payload))
  return url.href
}
