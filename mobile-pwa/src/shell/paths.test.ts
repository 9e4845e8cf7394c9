import { describe, expect, it } from 'vitest'
import { match, safePlace } from './paths.ts'

describe('a pattern', () => {
  it.each([
    ['/messages/:id', '/messages/018f', { id: '018f' }],
    ['/messages/:id', '/messages/a%2Fb', { id: 'a/b' }],
    ['/messages', '/messages/', {}],
    ['/', '/', {}],
    ['/messages/:id', '/messages', undefined],
    ['/messages/:id', '/messages/1/2', undefined],
    ['/messages', '/settings', undefined],
    ['/messages/:id', '/messages/%E0%A4%A', { id: '%E0%A4%A' }],
  ])('%s against %s', (pattern, path, params) => expect(match(pattern, path)).toEqual(params))
})

describe('the place to go after signing in', () => {
  it.each([
    ['/messages/018f#m-1', '/messages/018f#m-1'],
    ['/today', '/today'],
    ['//evil.example', undefined],
    ['https://evil.example', undefined],
    ['/\\evil.example', undefined],
    ['javascript:alert(1)', undefined],
    ['/staff/', undefined],
    ['/api/me', undefined],
    [null, undefined],
  ])('%s → %s', (wanted, place) => expect(safePlace(wanted)).toBe(place))
})
