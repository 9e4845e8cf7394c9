import type { App, Hat } from '@weft/contract/people/shapes.ts'

/** The inner workers that may touch data for nobody in particular; row-level security names them table by table. */
export type SystemName = 'identity' | 'access' | 'channels' | 'jobs' | 'batch' | 'audit' | 'erasure' | 'demo' | 'seed'

/** Who asks, wearing which hat, for whom, with which request id. */
export type Scope = NobodyScope | AccountScope | SystemScope

export interface NobodyScope {
  readonly kind: 'nobody'
  readonly requestId: string
}

export interface AccountScope {
  readonly kind: 'account'
  readonly requestId: string
  readonly sessionId: string
  readonly accountId: string
  readonly app: App
  readonly hat: Hat
  readonly personId?: string
  readonly staffId?: string
}

export interface SystemScope {
  readonly kind: 'system'
  readonly requestId: string
  readonly system: SystemName
}
