/** What a party states about itself when it asks to take part: whether it is related to the holder, and whom to call. */
export interface PartyStatement {
  relatedParty: boolean | undefined
  relatedStatement: string
  contactName: string
  contactPhone: string
}

/** As the requests take it; call it once the checks have passed. */
export function statedBy(form: PartyStatement): { relatedParty: boolean; relatedStatement: string | undefined; contactName: string; contactPhone: string } {
  return {
    relatedParty: form.relatedParty!, relatedStatement: form.relatedParty ? form.relatedStatement.trim() : undefined,
    contactName: form.contactName.trim(), contactPhone: form.contactPhone.trim(),
  }
}

/** The rows for `errors.check`. */
export function partyChecks(form: PartyStatement, t: (key: string) => string): [unknown, string, string][] {
  return [
    [form.relatedParty !== undefined, 'relatedParty', t('sales.register.missing.relatedParty')],
    [!form.relatedParty || form.relatedStatement.trim(), 'relatedStatement', t('trading.prepare.missing.relatedPartyStatement')],
    [form.contactName.trim().length >= 2 && form.contactPhone.trim().length >= 5, 'contact', t('sales.register.missing.contact')],
  ]
}
