import { effectScope } from 'vue'
import { afterEach, expect, it } from 'vitest'
import { useFormErrors } from './forms'

const scope = effectScope()
afterEach(() => scope.stop())

it('forgets an error once its field is written into, and finds it again when it still holds', () => {
  document.body.innerHTML = '<div data-field="name"><input id="name"></div><div data-field="price"><input id="price"></div>'
  const errors = scope.run(() => useFormErrors())!
  const check = () => errors.check([false, 'name', 'Name it.'], [false, 'price', 'Price it.'], [true, 'other', 'never'])
  expect(check()).toBe(false)
  expect(errors.errors.value.map((error) => error.field)).toEqual(['name', 'price'])

  document.getElementById('name')!.dispatchEvent(new Event('input', { bubbles: true }))
  expect([errors.of('name'), errors.of('price')]).toEqual(['', 'Price it.'])

  check()
  expect(errors.of('name')).toBe('Name it.')
})
