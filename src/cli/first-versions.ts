import {spawn} from 'node:child_process'

/** Git as a reader of its own files: it runs no program of the folder's configuration, and may speak to nobody. */
const SAFE = [
  '--no-optional-locks',
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    'log.showSignature=false',
    'core.quotePath=false',
    'protocol.allow=never',
  ].flatMap((setting) => ['-c', setting]),
]

/**
 * The text of each file of a folder as it was first committed, by its path from there; undefined where the folder is
 * in no git repository, or git is not installed.
 */
export async function firstVersions(root: string): Promise<ReadonlyMap<string, string> | undefined> {
  const prefix = await git(root, ['rev-parse', '--show-prefix'])
  if (!prefix) return undefined
  const added = await git(root, [
    'log',
    '--diff-filter=A',
    '--no-renames',
    '--format=commit:%H',
    '--name-only',
    '--relative',
    '--',
    '.',
  ])
  const from = prefix.toString('utf8').trim()
  const commits = new Map<string, string>()
  let commit = ''
  // The latest commit comes first, so the last that is seen of a file added it.
  for (const line of added?.toString('utf8').split('\n') ?? []) {
    if (line.startsWith('commit:')) commit = line.slice('commit:'.length)
    else if (/\.(?:md|markdown)$/i.test(line)) commits.set(line, commit)
  }
  const paths = [...commits]
  const asked = paths.map(([path, hash]) => `${hash}:${from}${path}\n`).join('')
  const blobs = asked === '' ? undefined : await git(root, ['cat-file', '--batch'], asked)
  return new Map(
    readBlobs(blobs ?? Buffer.alloc(0)).flatMap((text, index) => {
      const path = paths[index]?.[0]
      return path === undefined || text === undefined ? [] : [[path, text] as const]
    }),
  )
}

/** What `git cat-file --batch` answers: a line of id, kind and size, then so many bytes; or a line that says why not. */
function readBlobs(answer: Buffer): (string | undefined)[] {
  const found: (string | undefined)[] = []
  for (let at = 0; at < answer.length;) {
    const end = answer.indexOf(10, at)
    const [, kind, size] = answer.toString('utf8', at, end).split(' ')
    if (end < 0) break
    const isBlob = kind === 'blob' && size !== undefined
    found.push(isBlob ? answer.toString('utf8', end + 1, end + 1 + Number(size)) : undefined)
    at = isBlob ? end + 1 + Number(size) + 1 : end + 1
  }
  return found
}

/** What git prints; undefined where it could not do it. */
const git = (folder: string, args: readonly string[], input = ''): Promise<Buffer | undefined> =>
  new Promise((done) => {
    const child = spawn('git', [...SAFE, ...args], {
      cwd: folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', () => done(undefined))
    child.on('close', (code) => done(code === 0 ? Buffer.concat(chunks) : undefined))
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
  })
