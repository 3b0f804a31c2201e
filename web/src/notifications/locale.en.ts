export default {
  notifications: {
    inbox: {
      title: 'Notices', hint: 'What concerns you. Opening a notice marks it read.', readAll: 'Mark all read', show: 'Which', all: 'All', unread: 'Unread {count}', none: 'No notices yet', noneUnread: 'Nothing unread', noneHint: 'Reviews, negotiations, contracts and commissions are told here.',
      isUnread: 'Unread: ', needsAction: 'To do', for: 'for {organisation}',
    },
    preferences: { title: 'Notice preferences', hint: 'Notices always appear here; choose the mail for each kind.', noMail: 'This market sends no mail yet; your choices are kept for when it does.', saved: 'Saved' },
    mail: { IMMEDIATE: 'Mail at once', DAILY: 'Daily digest', NONE: 'No mail' },
    group: { listings: 'Achievements', demands: 'Needs', matching: 'Matches', trading: 'Negotiations and notices', contracts: 'Contracts and registration', commissions: 'Brokerage', identity: 'Organisation and account' },
  },
  problems: {
    'notifications/notice-not-found': 'There is no such notice, or it is not yours.',
    'notifications/kind-unknown': 'There is no such kind of notice.',
  },
  todo: {},
}
