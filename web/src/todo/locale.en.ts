export default {
  todoPage: {
    title: 'To do',
    hint: '{name}, {organisation}',
    reload: 'Refresh',
    filter: 'Filter by deadline',
    count: { all: 'All {count}', soon: 'Due soon {count}', over: 'Overdue {count}' },
    since: 'Waiting since',
    noDeadline: 'No deadline',
    unknown: 'To be handled',
    none: 'Nothing waits for you',
    noneShown: 'Nothing matches the filter',
    noneHint: 'New approvals, offers, signatures and reviews appear here.',
    unverified: 'This organisation is not verified yet. Until then you can draft, but not publish or sign.',
    missing: 'The tasks of “{service}” cannot be read for the moment; the others are complete.',
    service: { listings: 'Achievements', demands: 'Needs', trading: 'Deals', contracts: 'Contracts and registration', commissions: 'Commission', payments: 'Money', identity: 'Organisation and account' },
  },
}
