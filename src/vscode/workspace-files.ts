import {FileType, Uri, workspace} from 'vscode'
import type {FileSystem} from '../folder/file-system.ts'

/** The file system that holds `near`, by the paths of its addresses: the disk, a remote machine, a repository. */
export const workspaceFiles = (near: Uri): FileSystem => ({
  readFile: async (path) => workspace.fs.readFile(near.with({path})),
  readFolder: async (path) => {
    const entries = await workspace.fs.readDirectory(near.with({path}))
    return entries.map(([name, type]) => ({name, kind: kindOf(type)}))
  },
})

/** A link to a folder may lead back to where it stands, so it is not followed. */
function kindOf(type: FileType): 'file' | 'folder' | 'other' {
  if (type & FileType.File) return 'file'
  return type === FileType.Directory ? 'folder' : 'other'
}

/** The folder that a document is in, or will be once an unsaved one is saved. */
export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(savedUri(uri), '..')
}

/** Where a document is on its file system; an unsaved one with a path has that of the workspace. */
export function savedUri(uri: Uri): Uri {
  const root = workspace.workspaceFolders?.[0]?.uri
  return uri.scheme === 'untitled' && root && uri.path.startsWith('/') ? root.with({path: uri.path}) : uri
}
