/** Another site over https, a page of ours, a phone number or a text: nothing that runs. */
export const isSafeAddress = (address: string): boolean =>
  /^https:\/\/[a-z0-9][a-z0-9.-]*(:\d+)?([/?#][\w\-./~%?#&=+,;:@!]*)?$/i.test(address) ||
  /^\/(help|tips(\/[a-z0-9-]+)?)?$/.test(address) ||
  /^(tel|sms):\+?\d{2,15}$/.test(address)
