/** An entry as the server lists it, with its parent's code. */
export interface FlatCode {
  code: string
  zh: string
  en: string
  parent?: string | null
  selectable?: boolean
}

export interface Code {
  code: string
  zh: string
  en: string
  /** False for a heading that groups others. */
  selectable: boolean
  children?: Code[]
}

/** Makes a tree of a list whose entries name their parents; order is kept. */
export function codeTree(flat: readonly FlatCode[]): Code[] {
  const byCode = new Map<string, Code>(
    flat.map(({ code, zh, en, selectable }) => [code, { code, zh, en, selectable: selectable ?? true }]))
  const roots: Code[] = []
  for (const { code, parent } of flat) {
    const entry = byCode.get(code)!
    const above = parent && parent !== code ? byCode.get(parent) : undefined
    if (above) (above.children ??= []).push(entry)
    else roots.push(entry)
  }
  return roots
}

/** Codes are the same in capitals and small letters, as in the services. */
export function findCode(codes: readonly Code[], code: string): Code | undefined {
  const wanted = code.toUpperCase()
  for (const one of codes) {
    if (one.code.toUpperCase() === wanted) return one
    const below = one.children && findCode(one.children, code)
    if (below) return below
  }
  return undefined
}

/** The listed areas a code lies in, from the province down; an unlisted county still has its prefecture. */
export function nearestAreas(areas: readonly Code[], code: string): Code[] {
  const path: Code[] = []
  for (const part of new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])) {
    const found = findCode(areas, part)
    if (found && found !== path.at(-1)) path.push(found)
  }
  return path
}
