export function ensureBuilt(app: string, say: (line: string) => void): Promise<void>
