import type { Restore } from '../history.ts'

/** A restore went back to before it was stored, though it was acknowledged: its device offers it again. */
export const wasUndone = (restores: readonly Restore[], { endedAt }: { endedAt: number | undefined }): boolean =>
  endedAt !== undefined && restores.some(({ from, until }) => endedAt >= from && endedAt <= until)
