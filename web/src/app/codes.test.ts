import { describe, expect, it } from 'vitest'
import { codeTree, findCode, nearestAreas } from './codes'

const areas = codeTree([
  { code: '620000', zh: '甘肃省', en: 'Gansu' },
  { code: '620300', zh: '金昌市', en: 'Jinchang', parent: '620000' },
  { code: '620302', zh: '金川区', en: 'Jinchuan', parent: '620300' },
])

describe('code lists', () => {
  it('become trees that keep the order of the list', () => {
    const tree = codeTree([
      { code: 'KF', zh: '技术开发合同', en: 'Development', selectable: false },
      { code: 'KF02', zh: '合作开发合同', en: 'Cooperative', parent: 'KF' },
      { code: 'KF01', zh: '委托开发合同', en: 'Commissioned', parent: 'KF' },
      { code: 'ZX', zh: '技术咨询合同', en: 'Consulting', parent: 'gone' },
    ])
    expect(tree.map((code) => [code.code, code.selectable, code.children?.map((child) => child.code)])).toEqual([
      ['KF', false, ['KF02', 'KF01']],
      ['ZX', true, undefined],
    ])
  })

  it('are looked up at any depth and in any case', () => {
    expect(findCode(areas, '620302')?.zh).toBe('金川区')
    expect(findCode(codeTree([{ code: 'UNIVERSITY', zh: '高等院校', en: 'University' }]), 'university')?.zh).toBe('高等院校')
    expect(findCode(areas, '999999')).toBeUndefined()
  })

  it('give an area the path it lies in, also when it is not listed itself', () => {
    expect(nearestAreas(areas, '620302').map((area) => area.zh)).toEqual(['甘肃省', '金昌市', '金川区'])
    expect(nearestAreas(areas, '620321').map((area) => area.zh)).toEqual(['甘肃省', '金昌市'])
    expect(nearestAreas(areas, '620000').map((area) => area.zh)).toEqual(['甘肃省'])
    expect(nearestAreas(areas, '110000')).toEqual([])
  })
})
