const place = 'techmarket-invitation'

/**
 * The token of an invitation link stands behind `#`, so that no server sees it. It is put aside for this tab while its holder signs in or up,
 * and the address is cleaned.
 */
export function takeToken(hash: string): string | undefined {
  const given = /^#([0-9a-f]{64})$/.exec(hash)?.[1]
  if (given) sessionStorage.setItem(place, given)
  return given ?? sessionStorage.getItem(place) ?? undefined
}

export function forgetToken(): void {
  sessionStorage.removeItem(place)
}
