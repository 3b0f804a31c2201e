/** Where to go after signing in: a path of this site only, the tasks otherwise. */
export function returnPath(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/(?![/\\])/.test(wanted) && !wanted.startsWith('/sign-in') ? wanted : '/workbench'
}
