import type { Ctx, Subject } from '../../platform/feature.ts'

const eraseFiles = async (ctx: Ctx, personId: string): Promise<void> => {
  await ctx.tx.asSystem('erasure', () => ctx.tx.query('delete from my_export where person_id = $1', [personId]))
}

/** Files of one's own hold nothing that is not elsewhere. That an account was closed is kept as long as the log of who looked. */
export const subject: Subject = {
  export: async () => ({}),
  erase: eraseFiles,
  forget: eraseFiles,
  /** A file made before two records became one is not all of it any more. */
  merge: (ctx, from) => eraseFiles(ctx, from),
}
