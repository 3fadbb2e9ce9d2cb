"""Kinds of things, one a row, of which none goes by the name of another.

What joins two words is a name of the same thing; a line joins the words of one name.
"""

from __future__ import annotations

from functools import cache

GOODS = """\
boots sandals trainers=sneakers slippers loafers
jumper=sweater=pullover=cardigan shirt=blouse dress skirt trousers=jeans coat=jacket scarf \
gloves hat=cap swimsuit=bikini socks tie
ring necklace=pendant=chain bracelet=bangle earrings brooch watch
kettle toaster blender mixer grill=barbecue microwave juicer
fridge freezer oven=cooker dishwasher dryer=drier washing-machine hoover
desk sofa=couch=settee armchair wardrobe bookcase=shelf rug=carpet lamp mattress stool \
sideboard
duvet=quilt pillow=cushion towel curtain blanket=throw
pram=buggy=stroller=pushchair cot=crib highchair
violin cello viola guitar piano flute trumpet clarinet saxophone harp ukulele accordion drums
roses tulips lilies sunflowers orchids carnations peonies dahlias
suitcase rucksack=backpack handbag briefcase
"""
# Of these a reply may well speak on its own, so that only "your kitchen" is the customer's.
OTHERS = """\
wrist ankle knee elbow shoulder hip neck thumb toe finger rib heel
kitchen bathroom bedroom hallway=hall cellar=basement attic=loft garage balcony nursery
birthday anniversary wedding christening=baptism funeral graduation engagement
van=lorry=truck motorbike=motorcycle bike=bicycle scooter=moped caravan=motorhome=camper
volvo skoda audi bmw mercedes toyota honda ford fiat renault peugeot citroen opel=vauxhall \
vw=volkswagen nissan mazda hyundai kia tesla porsche jaguar
nikon canon fuji=fujifilm sony leica olympus panasonic pentax
iphone samsung=galaxy huawei nokia oneplus xiaomi fairphone
printer scanner monitor keyboard headset webcam
lenovo=thinkpad dell asus acer macbook
bosch siemens miele aeg whirlpool electrolux beko
paypal mastercard amex klarna
yoga pilates zumba spinning aerobics boxing judo karate ballet tango salsa tennis badminton \
squash golf football=soccer swimming
mower strimmer=trimmer chainsaw drill sander jigsaw
flight train ferry cruise coach=bus
breakfast lunch dinner=supper brunch
maths=mathematics biology chemistry physics history geography
"""
# Of which one order, person or room has one, so that another is hardly news.
FINE = """\
salmon tuna cod haddock trout mackerel prawn=shrimp sardine halibut plaice herring crab lobster \
squid mussel
latte cappuccino espresso mocha americano macchiato cortado
vegan vegetarian=veggie pescatarian
halal kosher
hatchback saloon=sedan convertible=cabriolet minibus pickup estate_car minivan=people_carrier \
suv coupe
matinee=matinée=afternoon_performance=afternoon_show evening_performance=evening_show
savings_account=savings current_account=checking_account joint_account business_account
aisle=aisle_seat=gangway window_seat
king_bed=king queen_bed=queen twin_bed=twin double_bed=double single_bed bunk
comma semicolon tab
petrol=gasoline diesel hybrid lpg
mozzarella cheddar feta brie camembert halloumi parmesan gouda stilton
baguette sourdough croissant bagel brioche ciabatta focaccia muffin scone doughnut=donut
spaghetti penne lasagne=lasagna ravioli tagliatelle linguine macaroni gnocchi
merlot chardonnay rioja prosecco malbec riesling shiraz verdejo champagne sherry gin vodka \
whisky=whiskey rum
rice couscous quinoa chips=fries
ketchup mayonnaise=mayo mustard vinegar
oak pine beech walnut ash maple teak bamboo birch cedar larch chestnut mahogany willow elm poplar
leather suede cotton linen wool=woollen silk velvet denim polyester cashmere fleece nylon
steel=stainless brass copper aluminium=aluminum zinc chrome bronze
sapphire ruby emerald diamond pearl opal topaz amethyst
solicitor=lawyer accountant notary surveyor architect
labrador spaniel terrier poodle collie beagle dachshund whippet alsatian
chrome firefox safari
php python javascript java ruby mysql postgres
outlook gmail thunderbird yahoo hotmail icloud
slack teams zoom skype
whatsapp telegram
treadmill rower=rowing_machine cross-trainer dumbbell kettlebell
mortgage loan overdraft pension isa
x-ray mri ultrasound blood_test
beginner intermediate advanced
kayak canoe dinghy surfboard paddleboard
snowboard sledge
chess scrabble monopoly
upstairs downstairs
novel cookbook=cookery_book atlas dictionary biography
one-way round-trip
first_floor=1st_floor second_floor=2nd_floor third_floor=3rd_floor \
fourth_floor=4th_floor fifth_floor=5th_floor sixth_floor=6th_floor seventh_floor=7th_floor \
eighth_floor=8th_floor ninth_floor=9th_floor
"""
# Of which there may be many, so that only "your modem" is the customer's.
COMMON = """\
chicken beef lamb pork turkey duck veal venison bacon=ham sausage
gluten=wheat dairy=lactose nut=peanut=almond sesame egg soya=soy shellfish
pizza burger sushi curry ramen kebab taco burrito salad soup sandwich=panini wrap pasta noodle \
pie risotto paella
pear plum cherry apricot mango banana lemon lime grape strawberry raspberry blueberry \
blackberry pineapple melon kiwi
potato carrot onion tomato cucumber broccoli cabbage spinach leek mushroom aubergine courgette \
pepper lettuce cauliflower pea bean
milk yoghurt=yogurt butter cheese
tea coffee cocoa=hot_chocolate juice lemonade cola beer wine cider
chocolate vanilla pistachio caramel hazelnut coconut
hedge lawn pond patio terrace decking
sleeve collar cuff hem zip=zipper button buckle hood lining strap
boiler radiator thermostat heat_pump fireplace
bathtub toilet=loo drain gutter
plate bowl mug=cup glass=tumbler jug vase saucer teapot
knife fork spoon ladle whisk spatula
roof ceiling chimney
fence skylight shutter
neighbour=neighbor colleague flatmate=housemate=roommate tenant landlord landlady lodger \
porter=concierge caretaker=janitor receptionist
plumber electrician carpenter=joiner plasterer roofer painter=decorator tiler glazier \
bricklayer gardener locksmith
dentist doctor=gp nurse vet optician physio=physiotherapist chiropractor pharmacist midwife \
surgeon osteopath podiatrist hygienist
teacher tutor lecturer headmaster=headteacher=head professor
tyre=tire brake clutch gearbox exhaust battery windscreen headlight=headlamp wiper bumper \
bonnet=hood boot=trunk mirror engine alternator radiator
paypal klarna apple_pay google_pay bank_transfer direct_debit cheque in_cash=cash_payment \
card=credit_card=debit_card voucher gift_card standing_order
visa mastercard amex=american_express maestro
gym pool sauna jacuzzi=hot_tub spa crèche=creche
paint varnish plaster wallpaper grout tile
london=heathrow manchester birmingham leeds york bristol oxford cambridge brighton cardiff \
glasgow edinburgh aberdeen belfast dublin cork galway liverpool sheffield newcastle nottingham \
leicester exeter plymouth bath durham
paris berlin madrid rome lisbon porto vienna prague amsterdam brussels copenhagen oslo \
stockholm helsinki warsaw budapest athens milan venice naples barcelona seville valencia munich \
hamburg cologne frankfurt zurich geneva lyon nice
chicago boston denver seattle miami dallas houston atlanta phoenix philadelphia
easter christmas halloween
inside outside
round square oval rectangular triangular
hot cold=cool
dark light
thick thin
matt=matte glossy=gloss
hard soft
sweet salty=savoury sour
still sparkling=fizzy
smooth crunchy
raw overcooked burnt=burned
outbound=outward return=inbound
incoming outgoing
deposit withdrawal
import export
upload download
arrival departure
check-in check-out=checkout
landlord tenant
buyer seller
sender recipient
adult child
refund exchange=replacement=swap voucher=credit_note repair
book magazine newspaper=paper diary
opera=concert ballet musical film=movie exhibition
passport licence=license visa permit certificate
theft=stolen fire flood storm
rash fever cough headache migraine nausea
flu tetanus measles rabies hepatitis
tablet=pill capsule powder syrup cream=ointment inhaler
hospital clinic surgery pharmacy=chemist
bachelor=bachelor's master=master's doctorate=phd
essay thesis=dissertation exam=test presentation quiz
nursery_school primary secondary
tent sleeping_bag hammock
hotel hostel campsite b&b villa cottage=cabin apartment=flat
sea mountain lake garden courtyard
terminal platform
doorstep=porch=step shed reception locker letterbox=mailbox kiosk
courier=driver postman=postwoman
password username pin
wifi=wi-fi bluetooth ethernet=cable usb
meter fuse socket switch
puzzle doll teddy=teddy_bear kite scooter trampoline sandpit
wheel pedal saddle handlebar
mouse rat wasp ant moth bee
scratch dent crack stain chip hole tear
shampoo conditioner soap deodorant perfume toothpaste lipstick mascara
manicure pedicure facial massage haircut=cut blow-dry perm highlights
nanny babysitter childminder cleaner
basil thyme rosemary parsley coriander oregano
roses=rose tulips=tulip lily sunflower orchid carnation peony dahlia daffodil hydrangea \
lavender geranium fern ivy cactus
marble granite slate quartz ceramic porcelain concrete
spanish italian french german english portuguese dutch polish russian arabic japanese \
chinese=mandarin korean swedish danish norwegian turkish greek latin
spain italy france germany portugal netherlands=holland poland greece turkey ireland scotland \
wales england austria switzerland belgium denmark sweden norway finland croatia malta cyprus \
morocco egypt india japan china brazil canada
hot cold
front_door=front_garden=front_wheel=front_room=front_gate \
back_door=rear_door=back_garden=back_wheel=rear_wheel=back_room=back_gate
outbound=outward return_flight=return_journey=inbound
check-in check-out
morning_slot=morning_visit afternoon_slot=afternoon_visit evening_slot
beginner intermediate advanced
tablet laptop=notebook television=tv=telly printer scanner monitor headset=headphones webcam \
router=modem speaker camera projector charger earbud
dog=puppy cat=kitten rabbit=bunny horse=pony=mare hamster guinea_pig parrot=budgie tortoise \
goldfish ferret snake
cow sheep goat pig hen
lamp bulb chandelier spotlight candle
saucepan=pan frying_pan wok casserole
android ios windows=pc mac=macos linux=ubuntu
excel=xlsx csv pdf word=docx json xml jpg=jpeg png
sim_card memory_card
fridge=refrigerator freezer oven=cooker=stove dishwasher dryer=drier washing_machine=washer \
hoover=vacuum extractor
kettle toaster blender mixer microwave juicer grinder coffee_machine air_fryer slow_cooker
silver platinum titanium
"""


@cache
def things(*tables: str) -> dict[str, tuple[tuple[int, str], ...]]:
    """Give, by each name of a thing, the numbers of its kinds and its first name in them."""
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    for number, row in enumerate("".join(tables).splitlines()):
        for names in row.split():
            first, *others = (single(name.replace("_", " ")) for name in names.split("="))
            for name in (first, *others):
                found[name] = (*found.get(name, ()), (number, first))
    return found


def single(word: str) -> str:
    """Give a noun without its plural's ending."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")
