/** Hands rows to the browser as a CSV file that spreadsheets open with Chinese intact. */
export function saveCsv(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', csvText(columns, rows)], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A cell that a spreadsheet would run as a formula is kept as text. */
export function csvText(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return [columns, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
}
