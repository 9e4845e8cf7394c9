import type en from '../en/welcome.ts'

const welcome: typeof en = {
  title: 'خوش آمدید',
  purpose: 'به تیم مراقبت خود بنویسید. بدانید کی جواب می‌دهند. بدون آنتن هم کار می‌کند.',
  signUp: 'ثبت‌نام رایگان',
  signIn: 'حساب دارم',
  tips: 'خواندن نکته‌ها، بدون حساب',
  helpFirst: 'برای کمک گرفتن نیازی به حساب ندارید.',
}

export default welcome
