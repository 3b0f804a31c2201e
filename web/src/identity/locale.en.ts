export default {
  identity: {
    signIn: {
      title: 'Sign in',
      needed: 'Sign in to continue.',
      email: 'E-mail address',
      password: 'Password',
      code: 'Verification code',
      codeHint: '{email} uses two-step verification. Enter the 6 digits shown by your authenticator app, or a recovery code.',
      submit: 'Sign in',
      startAgain: 'Use another account',
      noAccount: 'No account yet?',
      demo: 'The demonstration accounts of all roles come from whoever runs this market; see demo-accounts.json in the data folder.',
      emailMissing: 'Enter the e-mail address',
      passwordMissing: 'Enter the password',
      codeMissing: 'Enter the verification code or a recovery code',
    },
  },
  problems: {
    'identity/totp-required': 'This account needs a verification code.',
    'identity/wrong-credentials': 'The e-mail address or the password is wrong.',
    'identity/wrong-code': 'The code is wrong, has expired or was used before. Enter a new one.',
    'identity/locked-out': 'Too many failed attempts; the account is locked for a while. Try again later.',
  },
  todo: {},
}
