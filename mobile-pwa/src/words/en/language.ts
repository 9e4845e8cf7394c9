export default {
  code: 'en',
  name: 'English',
  dir: 'ltr' as 'ltr' | 'rtl',
}
