# A company's own pages, and making an account.

sign-in-unknown = No account yet? Make one.
sign-up-title = Make an account
sign-up-text = With an account you can apply for a demo slot for your company. There is no password to remember: each time you sign in we mail you a code.
sign-up-name = Your name
sign-up-act = Mail me a code
sign-up-known = You have an account? Sign in.

company-bar = Your account
companies-title = Your companies
companies-none = You act for no company yet
companies-none-text = Make your company here, or ask a colleague who has done so to invite you.

company-new = Add a company
company-new-act = Add this company
company-edit = Change the profile
company-save = Save
company-back = Back to the company
company-back-to-list = Back to your companies

company-profile = Profile
company-name = Name
company-name-hint = As it is registered, in each language it has a name in. One is enough.
company-one-liner = In one sentence
company-one-liner-hint = What the company does, for people who have never heard of it.
company-city = City
company-whereabouts = { $city } ({ $region })
company-region = Where the company is at home
company-region-mainland = Mainland
company-region-hong-kong = Hong Kong
company-region-elsewhere = Elsewhere
company-stage = Stage
company-stage-idea = Idea
company-stage-prototype = Prototype
company-stage-pilot = First pilot customers
company-stage-revenue = Regular revenue
company-stage-growth = Growing
company-size = People
company-size-1-10 = 1 to 10
company-size-11-50 = 11 to 50
company-size-51-200 = 51 to 200
company-size-201-1000 = 201 to 1,000
company-size-1001- = More than 1,000
company-website = Website

company-logo = Logo
company-logo-alt = The company’s logo
company-logo-file = Picture of the logo
company-logo-hint = JPEG, PNG or WebP, at most 20 MB. We draw it anew, at most 800 pixels wide.
company-logo-save = Send the logo
company-logo-remove = Remove

company-people = People who act for the company
company-people-text = All of them may do the same: write applications, hand them in, answer for the company.
company-me = (you)
company-asked = has not answered
company-withdraw = Withdraw
company-invite-email = A colleague’s email
company-invite-hint = We send an invitation. She accepts or declines with one button.
company-invite-act = Send the invitation
company-leave = Leave this company
company-leave-text = You will no longer see its applications. A colleague can invite you again.
company-leave-act = Leave

company-offer-title = Do you want to act for { $company }?
company-offer-text = Everybody who acts for a company may write its applications, hand them in and answer for it.
company-offer-accept = Accept
company-offer-decline = Decline
company-declined = You declined
company-declined-text = Nothing else happens. If it was a mistake, ask your colleague to invite you again.

company-done-founded = The company is here. Invite your colleagues, or go on to an open call for demos.
company-done-changed = Saved.
company-done-logo = The logo is in place.
company-done-logo-removed = The logo is gone.
company-done-invited = The invitation is on its way.
company-done-withdrawn = The invitation was withdrawn.
company-done-joined = Welcome. You now act for this company.
