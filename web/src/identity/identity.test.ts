import { beforeEach, describe, expect, it } from 'vitest'
import { particularsBody, type Particulars } from './api'
import { deviceName } from './device'
import { forgetToken, takeToken } from './invitationToken'

describe('a device', () => {
  it('is named by browser and system', () => {
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36')).toBe('Chrome · Windows')
    expect(deviceName('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0')).toBe('Edge · Windows')
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Safari/604.1')).toBe('Safari · iOS')
    expect(deviceName('curl/8')).toBe('')
  })
})

describe('an invitation token', () => {
  const token = 'a1'.repeat(32)
  beforeEach(() => forgetToken())

  it('is kept for the tab until it is used', () => {
    expect(takeToken('')).toBeUndefined()
    expect(takeToken(`#${token}`)).toBe(token)
    expect(takeToken('')).toBe(token)
    forgetToken()
    expect(takeToken('')).toBeUndefined()
  })

  it('is nothing else that stands behind the address', () => {
    expect(takeToken('#main')).toBeUndefined()
  })
})

describe('particulars', () => {
  const form: Particulars = {
    name: '某单位', kind: 'enterprise', creditCode: ' 91350200776049653A ', partyNature: null, areaCode: '620500', publicInstitution: false,
    contactName: '李四', contactPhone: '0938-8210000',
  }

  it('leave out what was not filled in', () => {
    expect(particularsBody(form)).toEqual({
      name: '某单位', kind: 'enterprise', creditCode: '91350200776049653A', areaCode: '620500', publicInstitution: false, contactName: '李四', contactPhone: '0938-8210000',
    })
  })

  it('of an individual broker have no credit code', () => {
    expect(particularsBody({ ...form, kind: 'individual_broker' })).not.toHaveProperty('creditCode')
  })
})
