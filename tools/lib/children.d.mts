import type { SpawnOptions } from 'node:child_process'

export interface Ended {
  code: number | null
  signal: NodeJS.Signals | null
  error?: Error
}

export interface Child {
  name: string
  pid: number | undefined
  /** True once `stop` was called: an end before that is a crash. */
  stopping: boolean
  exited: Promise<Ended>
  signal(signal: NodeJS.Signals): void
  stop(): Promise<Ended>
}

export interface ChildOptions extends Omit<SpawnOptions, 'stdio' | 'detached'> {
  stopSignal?: NodeJS.Signals
  killSignal?: NodeJS.Signals
  stopTimeoutMs?: number
  onLine?: (line: string, stream: 'stdout' | 'stderr') => void
  input?: string
}

export declare function startChild(name: string, command: string, args: string[], options?: ChildOptions): Child
export declare function run(
  command: string,
  args: string[],
  options?: Omit<ChildOptions, 'onLine'> & { mayFail?: boolean; echo?: boolean },
): Promise<{ code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string }>
export declare function onEnd(work: () => unknown): void
export declare function removeAtEnd(folder: string): void
export declare function endAll(): Promise<void>
