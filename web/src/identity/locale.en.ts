export default {
  identity: {
    signIn: {
      title: 'Sign in',
      needed: 'Sign in to continue.',
      email: 'E-mail address',
      password: 'Password',
      code: 'Verification code',
      codeHint: '{email} uses two-step verification. Enter the 6 digits shown by your authenticator app.',
      submit: 'Sign in',
      startAgain: 'Use another account',
      noAccount: 'No account yet?',
      demo: 'The demonstration accounts of all roles come from whoever runs this market; see demo-accounts.json in the data folder.',
      emailMissing: 'Enter the e-mail address',
      passwordMissing: 'Enter the password',
      codeWrong: 'Enter the 6-digit code',
    },
  },
  problems: {
    'identity/totp-required': 'This account needs a verification code.',
  },
  todo: {},
}
