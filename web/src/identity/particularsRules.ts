import type { Particulars } from './api'

type Row = readonly [holds: unknown, field: string, message: string]

/** What a form of particulars needs before it is sent; the service checks the meaning. */
export function particularsRules(form: Particulars, t: (key: string) => string): Row[] {
  const needsCode = form.kind !== 'individual_broker' && form.kind !== 'data_source'
  return [
    [form.kind, 'kind', t('identity.missing.kind')],
    [form.name.trim().length >= 2, 'name', t('identity.missing.name')],
    [!needsCode || form.creditCode.trim(), 'creditCode', t('identity.missing.creditCode')],
    [form.areaCode, 'areaCode', t('identity.missing.area')],
    [form.contactName.trim(), 'contactName', t('identity.missing.contactName')],
    [form.contactPhone.trim().length >= 5, 'contactPhone', t('identity.missing.contactPhone')],
  ]
}
