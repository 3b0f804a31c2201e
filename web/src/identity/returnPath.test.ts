import { expect, it } from 'vitest'
import { returnPath } from './returnPath'

it.each([
  ['/workbench/contracts?page=2', '/workbench/contracts?page=2'], [undefined, '/workbench'], ['//evil.example', '/workbench'], ['/\\evil.example', '/workbench'],
  ['https://evil.example', '/workbench'], ['/sign-in?return=/x', '/workbench'], [['/a', '/b'], '/workbench'],
])('%s leads to %s', (wanted, place) => expect(returnPath(wanted)).toBe(place))
