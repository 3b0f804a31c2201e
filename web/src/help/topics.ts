/** The questions of the help page; their words are in the locale files. */
export const topics = [
  { name: 'start', questions: ['who', 'register', 'roles'] },
  { name: 'listing', questions: ['publish', 'secret', 'price'] },
  { name: 'trade', questions: ['negotiate', 'notice', 'objection', 'commission'] },
  { name: 'register', questions: ['why', 'which', 'time', 'certificate'] },
  { name: 'data', questions: ['personal', 'record'] },
] as const
