import { execFileSync } from 'node:child_process'
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const chunk = Buffer.alloc(1024 * 1024)

/** A small file system of its own that can be filled to the last byte, as a disk that nobody watched. */
export class Disk {
  readonly directory: string

  private constructor(directory: string) {
    this.directory = directory
  }

  /** Nothing where this account may mount no file system. */
  static mount(directory: string, megabytes: number): Disk | undefined {
    mkdirSync(directory, { recursive: true })
    unmountDead()
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, `weft-${process.pid}`, directory], {
        stdio: 'ignore',
      })
      chmodSync(directory, 0o755)
      return new Disk(directory)
    } catch {
      return undefined
    }
  }

  fill(): void {
    const file = openSync(join(this.directory, 'filler'), 'w')
    try {
      for (let size = chunk.length; size >= 512; ) {
        try {
          writeSync(file, chunk, 0, size)
        } catch {
          size /= 2
        }
      }
    } finally {
      closeSync(file)
    }
  }

  free(): void {
    rmSync(join(this.directory, 'filler'), { force: true })
  }

  unmount(): void {
    detach(this.directory)
  }
}

const detach = (directory: string) => {
  try {
    execFileSync('umount', ['-l', directory], { stdio: 'ignore' })
  } catch {
    // It was not there any more.
  }
}

/** Those of runs that were killed before they could. */
function unmountDead(): void {
  for (const line of readFileSync('/proc/mounts', 'utf8').split('\n')) {
    const [pid, directory = ''] = /^weft-(\d+) (\S+) tmpfs /.exec(line)?.slice(1) ?? []
    if (pid && !isAlive(Number(pid))) detach(directory)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
