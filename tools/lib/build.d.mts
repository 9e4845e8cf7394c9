export declare function ensureBuilt(
  app: 'web' | 'mobile-pwa' | (string & {}),
  say: (line: string) => void,
): Promise<void>
