export interface Piece { text: string; kind: 'same' | 'removed' | 'added' }

/** Sentences that stayed, went or came: the longest common run of sentences of both texts. */
export function textDiff(before: string, after: string): Piece[] {
  const a = sentences(before)
  const b = sentences(after)
  const common = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i]![j] = a[i] === b[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  const pieces: Piece[] = []
  const add = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1)
    if (last?.kind === kind) last.text += text
    else pieces.push({ text, kind })
  }
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add(a[i]!, 'same')
      i++
      j++
    } else if (i < a.length && (j >= b.length || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      add(a[i++]!, 'removed')
    } else {
      add(b[j++]!, 'added')
    }
  }
  return pieces
}

function sentences(text: string): string[] {
  return text.match(/[^。；;\n]+[。；;\n]?|[。；;\n]/g) ?? []
}
