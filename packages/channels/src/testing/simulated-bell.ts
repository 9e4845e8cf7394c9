import type { Clock } from '../clock.ts'
import type { Bell } from '../server/bell.ts'
import type { Random } from './random.ts'

export interface BellWeather {
  /** Chance that a batch never arrives, and that it arrives twice. */
  lost: number
  doubled: number
  /** Longest a batch takes; each takes its own time, so they overtake each other. */
  slowestMs: number
  /** What nodes believe of the bell. They may be wrong. */
  healthy: boolean
}

/** A doorbell for simulated nodes, as unreliable as the weather says. */
export function createSimulatedBells(clock: Clock, random: Random, weather: BellWeather) {
  const listeners = new Map<string, (batch: string) => void>()
  const unplugged = new Set<string>()
  const ring = (node: string, batch: string) => {
    if (random.chance(weather.lost)) return
    clock.after(random.int(weather.slowestMs + 1), () => listeners.get(node)?.(batch))
  }
  return {
    for(nodeId: string): Bell {
      return {
        publish(batch, toNodes = [...listeners.keys()]) {
          if (unplugged.has(nodeId)) return
          for (const node of toNodes) {
            ring(node, batch)
            if (random.chance(weather.doubled)) ring(node, batch)
          }
        },
        subscribe: (onBatch) => void listeners.set(nodeId, onBatch),
        healthy: () => weather.healthy,
        close: () => void listeners.delete(nodeId),
      }
    },
    /** The node is gone without a goodbye. */
    unplug(nodeId: string) {
      listeners.delete(nodeId)
      unplugged.add(nodeId)
    },
  }
}
