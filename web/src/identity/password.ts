/** The length the service asks for; whether a password is easy to guess, it decides itself. */
export const minimumPasswordLength = 12
