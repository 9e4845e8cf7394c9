import { spawn } from 'node:child_process'

// Reads "verb argument" lines. At the end of its input, which is when this process ends for whatever reason (kill -9
// included), it asks every child that is left to stop, waits up to ten seconds, kills, and removes temporary folders.
const script = `
alive() { kill -0 -- "-$1" 2>/dev/null; }
children=''
folders=''
while read -r verb argument; do
  case "$verb" in
    child) children="$children $argument" ;;
    gone) rest=''; for c in $children; do [ "\${c%%:*}" = "$argument" ] || rest="$rest $c"; done; children="$rest" ;;
    folder) folders="$folders
$argument" ;;
    done) exit 0 ;;
  esac
done
for c in $children; do kill -s "\${c#*:}" -- "-\${c%%:*}" 2>/dev/null; done
for second in 1 2 3 4 5 6 7 8 9 10; do
  left=''
  for c in $children; do alive "\${c%%:*}" && left=1; done
  [ -z "$left" ] && break
  sleep 1
done
for c in $children; do kill -s KILL -- "-\${c%%:*}" 2>/dev/null; done
printf '%s\\n' "$folders" | while read -r folder; do
  case "$folder" in */weft-*) rm -rf -- "$folder" ;; esac
done
`

let input

function tell(line) {
  if (process.platform === 'win32') return
  if (!input) {
    const guard = spawn('sh', ['-c', script], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
    guard.on('error', () => {})
    guard.stdin.on('error', () => {})
    guard.unref()
    guard.stdin.unref?.()
    input = guard.stdin
  }
  input.write(`${line}\n`)
}

/** A small shell beside us that cleans up when we cannot: after kill -9 or a crash of Node itself. */
export const guard = {
  child: (pid, signal) => tell(`child ${pid}:${signal.replace('SIG', '')}`),
  gone: (pid) => tell(`gone ${pid}`),
  /** Removes the folder when this process dies; its last part must begin with `weft-`. */
  folder: (path) => tell(`folder ${path}`),
  done: () => input?.writable && input.write('done\n'),
}
