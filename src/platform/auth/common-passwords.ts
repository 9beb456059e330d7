/**
 * What heads every published list of leaked passwords, reduced to the words themselves: digits and signs around them, disguises such as
 * "p4ssw0rd" and repetitions are undone before the comparison (see passwords.ts). With words of this house that are guessed as well.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `abc access account admin administrator adminadmin aliexpress amanda america andrea andrew angel anthony apple asdf asdfgh asdfghjkl ashley
  austin azerty azertyuiop babygirl bailey banana baseball basketball batman beautiful blessed blessing buster butterfly changeme changemenow
  changeit charlie cheese chelsea chocolate christ christian computer consumer cookie correcthorsebatterystaple dallas daniel default demo
  diamond donald dragon eminem everton exchange facebook flower football forever freedom friends fuckyou gate gategate gateexchange gfhjkm ginger
  google guest hannah harley hello helloworld hockey homelesspa hunter iloveyou iloveyouforever internet jennifer jessica jesus jesuschrist
  jordan joshua justin killer letmein letmeinnow letmeinplease liverpool login london loveme lovely loveyou maggie manchester manutd marina
  master matthew merlin michael michelle monkey mustang mynoob mypassword naruto nicole nothing passphrase passw password passwordpassword
  passwort pepper pokemon princess purple qazwsx qazwsxedc qwer qwert qwerty qwertyqwerty qwertyui qwertyuiop qwertz ranger rainbow robert root
  samsung secret secretpassword security shadow silver soccer southsouth spiderman startrek starwars steelers summer sunshine superman
  superuser system taylor tennis test testing testtest thomas thisisapassword thisismypassword tigger trustno trustnoone unitednations user
  welcome welcomeback welcometogate whatever winter william yankees yellow zaq zaqwsx zxcvbn zxcvbnm motdepasse bonjour soleil doudou jetaime
  contrasena contraseña hola teamo bonita estrella senha senhasenha brasil amor amorzinho familia woaini`
    .split(/\s+/)
    .filter(Boolean),
);
