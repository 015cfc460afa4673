/* Whorl authors, Apache-2.0. D2A-3 by Kiefer-Wolfowitz recursion: for FIFO M/G/c only the c server-free times are needed: one replace-top
   on a c-heap per patient, no future event list; ziggurat-free inverse-log exponential + polar normal; quickselect p95.
   usage: d2a3kw [reps=100] [seed=1] [out.csv]  -- an algorithmic lower bound for this special model */
#include <stdio.h>
#include <stdlib.h>
#include <stdint.h>
#include <math.h>
#include <time.h>
#define K 3
static const double LAM[K]={8,1.6,0.8}, MEAN[K]={14,28,45}, SD[K]={10,20,35}; static const int CAP[K]={120,50,40};
static const double WARM=365, END=730;
static uint64_t s[4];
static inline uint64_t rotl(uint64_t x,int k){return (x<<k)|(x>>(64-k));}
static inline uint64_t next(void){uint64_t r=rotl(s[0]+s[3],23)+s[0],t=s[1]<<17;s[2]^=s[0];s[3]^=s[1];s[1]^=s[2];s[0]^=s[3];s[2]^=t;s[3]=rotl(s[3],45);return r;}
static inline double u01(void){return ((next()>>11)+0.5)*0x1.0p-53;}
static void seed(uint64_t z){for(int i=0;i<4;i++){z+=0x9e3779b97f4a7c15ULL;uint64_t x=z;x=(x^(x>>30))*0xbf58476d1ce4e5b9ULL;x=(x^(x>>27))*0x94d049bb133111ebULL;s[i]=x^(x>>31);}}
static double spare; static int has;
static inline double norm(void){ if(has){has=0;return spare;} double a,b,r; do{a=2*u01()-1;b=2*u01()-1;r=a*a+b*b;}while(r>=1||r==0); r=sqrt(-2*log(r)/r); spare=b*r;has=1;return a*r;}
static inline double ov(double a,double b){if(a<WARM)a=WARM;if(b>END)b=END;return b>a?b-a:0;}
static double qsel(double*a,int n,int k){int l=0,r=n-1;while(l<r){double p=a[(l+r)/2];int i=l,j=r;while(i<=j){while(a[i]<p)i++;while(a[j]>p)j--;if(i<=j){double t=a[i];a[i]=a[j];a[j]=t;i++;j--;}}if(k<=j)r=j;else if(k>=i)l=i;else break;}return a[k];}
int main(int ac,char**av){ int reps=ac>1?atoi(av[1]):100; uint64_t sd=ac>2?strtoull(av[2],0,10):1; FILE*f=fopen(ac>3?av[3]:"ckw.csv","w");
  fprintf(f,"rep,path,mean_queue,mean_wait,occupancy,p95_wait,n_started\n");
  static double w[1<<16], h[256]; uint64_t pat=0; struct timespec a,b; clock_gettime(CLOCK_MONOTONIC,&a);
  for(int r=0;r<reps;r++){ seed(sd*1000003ULL+r); has=0;
    for(int k=0;k<K;k++){ double v=log(1+SD[k]*SD[k]/(MEAN[k]*MEAN[k])),SG=sqrt(v),MU=log(MEAN[k])-v/2; int c=CAP[k],nw=0; double aq=0,ab=0,sw=0,t=0;
      for(int i=0;i<c;i++)h[i]=0;
      for(;;){ t-=log(u01())/LAM[k]; if(t>=END)break; pat++; double st=h[0]>t?h[0]:t, e=st+exp(MU+SG*norm()); aq+=ov(t,st); ab+=ov(st,e);
        if(st>=WARM&&st<END){w[nw++]=st-t;sw+=st-t;}
        int i=0;for(;;){int x=2*i+1;if(x>=c)break;if(x+1<c&&h[x+1]<h[x])x++;if(h[x]>=e)break;h[i]=h[x];i=x;}h[i]=e; }
      double pos=0.95*(nw-1);int i=(int)pos;double lo=qsel(w,nw,i),hi=qsel(w,nw,i+1<nw?i+1:i);
      fprintf(f,"%d,P%d,%.6f,%.6f,%.6f,%.6f,%d\n",r,k+1,aq/(END-WARM),sw/nw,ab/(END-WARM)/c,lo+(pos-i)*(hi-lo),nw); } }
  clock_gettime(CLOCK_MONOTONIC,&b); double cpu=(double)clock()/CLOCKS_PER_SEC, dt=(b.tv_sec-a.tv_sec)+1e-9*(b.tv_nsec-a.tv_nsec);
  fclose(f); fprintf(stderr,"C-KW: reps=%d patients=%llu wall=%.4f s  cpu=%.4f s  %.3g event-equivalents/s\n",reps,(unsigned long long)pat,dt,cpu,2*pat/dt); return 0; }
