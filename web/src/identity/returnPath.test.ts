import { expect, it } from 'vitest'
import { returnPath } from './returnPath'

it.each([
  ['/work/contracts?page=2', '/work/contracts?page=2'], [undefined, '/work'], ['//evil.example', '/work'], ['/\\evil.example', '/work'],
  ['https://evil.example', '/work'], ['/sign-in?return=/x', '/work'], [['/a', '/b'], '/work'],
])('%s leads to %s', (wanted, place) => expect(returnPath(wanted)).toBe(place))
