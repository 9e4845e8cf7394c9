/** The job that makes the files that were asked for. */
export const MAKE_EXPORTS = 'export.make'
