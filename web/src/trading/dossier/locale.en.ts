export default {
  dossier: {
    title: 'Evidence dossier',
    hint: 'Collects notice, objections, how the price was found, bidding log, approvals, related-party statement, contract and certificate of this deal in one zip file, with a list of hashes and an offline verifier. Every making and every download is recorded.',
    export: 'Export the evidence dossier',
    waiting: 'Collecting papers; waiting for {from}',
    packing: 'Making the archive',
    source: { listings: 'achievements', contracts: 'contracts and registration' },
    abandoned: 'No papers came in time from: {from}. No dossier was made. Export it again later; if that fails too, tell the market’s administrator.',
    done: 'The dossier is made and downloaded',
    again: 'Download',
    fingerprint: 'Fingerprint',
    verifier: 'Download the offline verifier',
  },
  problems: {
    'trading/dossier-not-found': 'There is no such dossier, or it is not yours to see.',
    'trading/dossier-not-ready': 'The dossier is not ready. Wait a moment or export it again.',
  },
}
