export default {
  help: {
    title: 'Help',
    hint: 'Common questions in the order of the work.',
    contents: 'Contents',
    start: {
      title: 'Accounts and organisations',
      who: { q: 'Who can use the market', a: 'Anyone can read published achievements, needs and notices. Publishing, negotiating and signing need a sign-in and a verified organisation to act for.' },
      register: { q: 'How is an organisation verified', a: 'Give the unified social credit code and upload the proof. Once bureau staff have verified it, the organisation can publish and sign. A wrong check digit is only a warning; the proof decides.' },
      roles: { q: 'Who gives out roles', a: 'The organisation’s administrator gives members the roles of publishing, approving, purchasing, finance and so on. Registrar and broker exclude each other.' },
    },
    listing: {
      title: 'Achievements and needs',
      publish: { q: 'How is an achievement published', a: 'Fill in the form, have your own organisation approve it, then the market reviews it. A return names its reason; correct it and submit again.' },
      secret: { q: 'Are technical secrets shown', a: 'No. The public summary and the confidential detail are kept apart. The detail opens only after both sides have confirmed secrecy, and every opening is recorded. State secrets must not be entered.' },
      price: { q: 'Which ways of pricing are there', a: 'Agreement, listing, competitive bidding or auction. Public institutes and universities that agree on a price have to put name and price on public notice.' },
    },
    trade: {
      title: 'Negotiation and deal',
      negotiate: { q: 'How do we negotiate', a: 'Open a negotiation from an achievement or a need. Each offer is a version of the term sheet with an expiry. The other side accepts, counters, or declines with a reason.' },
      notice: { q: 'How long is the public notice', a: 'As the rules of this market say, in general at least 15 days. The notice shows when it ends.' },
      objection: { q: 'How do I object', a: 'Sign in and give the reason on the notice page while it runs. The notice is paused until the owner has looked into it and decided.' },
      commission: { q: 'How is commission computed', a: 'By the bands agreed in the mandate, once the agreed event has happened. Several brokers share by the agreed proportions; the remainder goes to the lead broker.' },
    },
    register: {
      title: 'Recognition and registration',
      why: { q: 'Why register', a: 'Registration is voluntary, but without it a technical contract has no claim to tax relief and awards.' },
      which: { q: 'Which contracts can be registered', a: 'Development, assignment, licence, consulting and service contracts, with training and intermediary contracts. A check before filing says what would be refused and why.' },
      time: { q: 'How long does it take', a: 'Local rules set the time, counted from acceptance. The registration page shows what is left.' },
      certificate: { q: 'How do I verify a certificate', a: 'Scan its QR code, or enter the registration number on the verification page.' },
    },
    data: {
      title: 'Data protection',
      personal: { q: 'How is personal data protected', a: 'Only what the procedure needs is collected. Names and numbers are masked in lists; identity numbers are encrypted and found by a keyed hash only.' },
      record: { q: 'How long are records kept', a: 'Network logs at least 6 months, transaction records 3 years, auction records 5 years, contract files as archive rules say.' },
    },
    about: {
      title: 'About this market',
      market: 'Name',
      profile: 'Rules in force',
      what: { title: 'What it is', text: 'The market joins universities and institutes, enterprises, technology brokers and the science administration. An achievement is listed, negotiated, put on notice, sold or licensed, contracted, registered and settled on one line, and nothing is typed twice.' },
      rules: { title: 'Which rules apply', text: 'Notice periods, time limits, commission bands and reward floors follow the region’s rules, which carry versions and dates. A procedure keeps the rules it began under.' },
      open: { title: 'Open source', text: 'The system is published under the Apache-2.0 licence; any region can run it.' },
    },
    accessibility: {
      title: 'Accessibility',
      aim: { title: 'Aim', text: 'This site is designed for GB/T 37668-2019 level 2 and WCAG 2.2 AA.' },
      print: { title: 'Large print and zoom', text: 'Large print can be switched on at the top of each page and is kept in the browser. At 200 % zoom nothing is lost.' },
      keyboard: { title: 'Keyboard and screen readers', text: 'Everything can be done by keyboard; the first Tab offers a jump to the content. Charts come with a table of the same figures, and no state is told by colour alone.' },
      limits: { title: 'Known limits', text: 'Uploaded files are their authors’ responsibility and may fall short. If you meet an obstacle, contact the bureau that runs this market.' },
    },
  },
}
